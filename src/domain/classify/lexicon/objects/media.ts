import type { Action } from '../action.ts';
import { MEDIA } from '../kinds.ts';
import type { ObjectRule } from '../object-rule.ts';
import type { Topics } from '../topics.ts';
import { words } from '../word-list.ts';

/** Making media with a model: first match wins. */
export const MEDIA_RULES: readonly ObjectRule[] = [
  {
    example: { name: 'generate_picture', description: 'Generate a picture' },
    verbs: words('generate create make edit design produce compose synthesize clone'),
    head: MEDIA,
    category: 'Execute',
    says: 'produces media with a model',
    when: (t, { verb, object, from }) => isGenerated(verb.base, object, t, from),
  },
  {
    example: { name: 'generate_song_variants', description: 'Generate song variants' },
    verbs: words('generate produce synthesize'),
    any: words('image video audio music speech voice song'),
    category: 'Execute',
    says: 'produces media with a model',
    when: (_, { object }) =>
      !object.some((word) =>
        /^(?:prompt|description|script|caption|idea|title|code|url|tag|query|text|qr|qrcode|chart|diagram|thumbnail|svg|barcode|preview|placeholder)$/.test(
          word,
        ),
      ),
  },
  {
    example: { name: 'convert_text_to_speech', description: 'Convert text to speech' },
    verbs: words('convert transform turn'),
    any: words('text'),
    rest: words('speech audio voice image video music'),
    category: 'Execute',
    says: 'produces media with a model',
  },
];

/** Whether making this kind of media is the work of a model, not a drawing from data or a record in a catalogue. */
function isGenerated(verb: string, object: readonly string[], topics: Topics, from: Action['from']): boolean {
  if (
    object.some((word) =>
      /^(?:qr|qrcode|barcode|chart|diagram|plot|graph|badge|thumbnail|placeholder|svg|preview|screenshot)$/.test(word),
    )
  )
    return false;
  if (['generate', 'synthesize', 'produce', 'compose'].includes(verb)) return true;
  const head = object.at(-1) ?? '';
  if (verb === 'edit' && /^(?:image|picture|photo|video|audio)$/.test(head) && !topics.device) return true;
  if (topics.device || topics.document) return false;
  if (verb === 'clone') return head === 'voice';
  return (
    /^(?:image|picture|video|music|song|speech|voice|avatar|podcast|meme)$/.test(head) &&
    !(from === 'description' && object.length > 4)
  );
}
