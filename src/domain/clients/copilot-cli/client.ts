import { type Client, defineClient } from '../client.ts';
import { files } from './files.ts';
import { patch } from './patch.ts';
import { permissions } from './permissions.ts';
import { copilotCli as policy } from './policy.ts';
import { words } from './words.ts';

/** GitHub Copilot CLI. */
export const copilotCli: Client = defineClient({ words, files, permissions, policy, patch });
