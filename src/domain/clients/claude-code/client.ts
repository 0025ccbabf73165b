import { type Client, defineClient } from '../client.ts';
import { files } from './files.ts';
import { patch } from './patch.ts';
import { permissions } from './permissions.ts';
import { claudeCode as policy } from './policy.ts';
import { words } from './words.ts';

/** Claude Code. */
export const claudeCode: Client = defineClient({ words, files, permissions, policy, patch });
