import { type Client, defineClient } from '../client.ts';
import { files } from './files.ts';
import { patch } from './patch.ts';
import { permissions } from './permissions.ts';
import { opencode as policy } from './policy.ts';
import { words } from './words.ts';

/** opencode. */
export const opencode: Client = defineClient({ words, files, permissions, policy, patch });
