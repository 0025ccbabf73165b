import { type Client, defineClient } from '../client.ts';
import { files } from './files.ts';
import { patch } from './patch.ts';
import { permissions } from './permissions.ts';
import { geminiCli as policy } from './policy.ts';
import { words } from './words.ts';

/** Gemini CLI. */
export const geminiCli: Client = defineClient({ words, files, permissions, policy, patch });
