import { type Client, defineClient } from '../client.ts';
import { files } from './files.ts';
import { patch } from './patch.ts';
import { permissions } from './permissions.ts';
import { cursor as policy } from './policy.ts';
import { words } from './words.ts';

/** Cursor. */
export const cursor: Client = defineClient({ words, files, permissions, policy, patch });
