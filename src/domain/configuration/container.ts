import type { Doubt } from './doubt.ts';
import { type ImageName, readImage } from './image.ts';
import { type KnownOptions, readOptions } from './options.ts';
import { redirectingVariable } from './redirecting-variable.ts';

/** What `docker run` is asked for. */
export type Container =
  | ({ readonly kind: 'image' } & ImageName)
  | { readonly kind: 'doubtful'; readonly doubt: Doubt; readonly spec: string };

const ANY = /^/;
const PLAIN = /^[\w.:/@-]+$/;
/** Folders of an image that hold data: what is mounted elsewhere may take the place of its program. */
const DATA =
  'projects?|data|workspaces?|mnt|media|srv|files?|documents?|downloads?|input|output|config|memory|memory-bank|local-directory|tmp|vault|repos?|(?:app|usr/src/app)/(?:data|config|output|dist/data)';
const VOLUME = new RegExp(`^(?:[^:]+|[A-Za-z]:[\\\\/][^:]*):/(?:${DATA})(?:/[^:]*)?(?::[a-zA-Z,]+)?$`);
const MOUNT_TARGET = new RegExp(`^(?:dst|destination|target)=/(?:${DATA})(?:/.*)?$`);

/** https://docs.docker.com/reference/cli/docker/container/run: those that leave the image and its program as they are. */
const OPTIONS: KnownOptions = {
  flags: /^(?:-[itd]+|--interactive|--tty|--rm|--init|--read-only|-q|--quiet)(?:=true)?$/,
  values: {
    '-e': ANY,
    '--env': ANY,
    '-v': VOLUME,
    '--volume': VOLUME,
    '--mount': ANY,
    '--name': PLAIN,
    '--network': PLAIN,
    '--net': PLAIN,
    '-w': PLAIN,
    '--workdir': PLAIN,
    '-u': PLAIN,
    '--user': PLAIN,
    '-l': ANY,
    '--label': ANY,
    '-p': PLAIN,
    '--publish': PLAIN,
    '-a': /^std(?:in|out|err)$/i,
    '--attach': /^std(?:in|out|err)$/i,
    '--add-host': PLAIN,
    '-m': PLAIN,
    '--memory': PLAIN,
    '--cpus': PLAIN,
    '--platform': PLAIN,
    '--pull': /^\w+$/,
    '--gpus': PLAIN,
    '-h': PLAIN,
    '--hostname': PLAIN,
    '--security-opt': /^no-new-privileges(?:[:=]true)?$/,
    '--cap-drop': PLAIN,
    '--ulimit': /^[\w=:]+$/,
    '--restart': PLAIN,
    '--log-driver': PLAIN,
    '--pids-limit': /^\d+$/,
    '--shm-size': PLAIN,
  },
};

/** Programs that run what they are given: as the first word behind an image that has no entry point of its own. */
const INTERPRETER =
  /^(?:.*\/.*|(?:ba|da|a|z|fi|k)?sh|node|deno|bun|npx|npm|uvx?|python[\d.]*|perl|ruby|php|env|exec|busybox)$/i;

/** Reads what follows `docker run`. */
export function containerOf(args: readonly string[]): Container {
  const { given, unknown, rest } = readOptions(args, OPTIONS);
  const [image = '', first = ''] = rest;
  const doubtful = (doubt: Doubt): Container => ({ kind: 'doubtful', doubt, spec: image });
  if (unknown !== undefined) return doubtful({ because: 'option', what: unknown });
  const mount = given.find(([option, value]) => option === '--mount' && !isDataMount(value));
  if (mount !== undefined) return doubtful({ because: 'option', what: '--mount' });
  const variables = given
    .filter(([option, value]) => (option === '-e' || option === '--env') && value.includes('='))
    .map(([, value]) => ({ name: value.slice(0, value.indexOf('=')), value: value.slice(value.indexOf('=') + 1) }));
  const loaded = redirectingVariable('npm', variables) ?? redirectingVariable('python', variables);
  if (loaded !== undefined) return doubtful({ because: 'variable', what: loaded });
  if (!first.startsWith('-') && INTERPRETER.test(first)) return doubtful({ because: 'option', what: first });
  const named = readImage(image);
  return named === null ? doubtful({ because: 'elsewhere' }) : { kind: 'image', ...named };
}

function isDataMount(value: string): boolean {
  const parts = value.split(',');
  return parts.filter((part) => /^(?:dst|destination|target)=/.test(part)).every((part) => MOUNT_TARGET.test(part));
}
