import { defineFormat, namesWith } from '../../enforcement/format.ts';
import { jsonText } from '../../enforcement/quoting.ts';

/**
 * Anthropic's Messages API with the MCP connector (beta mcp-client-2025-11-20): a member of `tools`. Here `configs` is a
 * map; Managed Agents use the same type with a list, and are not meant (docs/enforcement-targets.md#anthropic-messages, SDK
 * types 1.11).
 */
export const anthropicMessages = defineFormat({
  id: 'anthropic-messages',
  name: 'Anthropic Messages API',
  file: 'the request, in `tools`',
  isOwnFile: false,
  language: 'json',
  can: {
    ask: false,
    askDespiteClaim: false,
    limit: false,
    deny: true,
    hide: true,
    defaultDeny: true,
    blockOne: true,
  },
  cannot: ['bound-reads'],
  merge:
    'It replaces the toolset of this server in `tools`; the server itself stands in `mcp_servers` under the same name.',
  verified: {
    by: 'parser',
    confirmed: false,
    says: 'Our tests parse it; the form was checked against the types of @anthropic-ai/sdk 1.11.0, the API was not called.',
  },
  write: (plan) => {
    const blocks = plan.shape === 'block';
    const names = blocks ? namesWith(plan, 'deny', 'hide') : namesWith(plan, 'allow');
    return jsonText({
      type: 'mcp_toolset',
      mcp_server_name: plan.key,
      default_config: { enabled: blocks },
      configs: Object.fromEntries(names.map((name) => [name, { enabled: !blocks }])),
    });
  },
  remarks: () => ['The request needs the beta header mcp-client-2025-11-20.'],
});
