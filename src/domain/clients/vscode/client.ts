import { type Client, defineClient } from '../client.ts';
import { files } from './files.ts';
import { permissions } from './permissions.ts';
import { words } from './words.ts';

/** VS Code: servers, and one setting that opens everything. */
export const vscode: Client = defineClient({ words, files, permissions, policy: null, patch: null });
