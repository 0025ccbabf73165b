import { type Client, defineClient } from '../client.ts';
import { files } from './files.ts';
import { patch } from './patch.ts';
import { permissions } from './permissions.ts';
import { codex as policy } from './policy.ts';
import { words } from './words.ts';

/** OpenAI Codex. */
export const codex: Client = defineClient({ words, files, permissions, policy, patch });
