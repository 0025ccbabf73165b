import { type ExampleTable, patternTable } from './example-table.ts';
/** What surrounds an action: topics that the whole definition shows. */
export interface Topics {
  /** Blockchains, tokens, wallets. */
  readonly chain: boolean;
  /** Payments, shops, brokers, invoices. */
  readonly money: boolean;
  /** People's channels: chat, mail, social networks. */
  readonly social: boolean;
  /** Containers, clouds, virtual machines. */
  readonly cloud: boolean;
  /** A web browser, screen or device under control. */
  readonly device: boolean;
  /** Documents, sheets, slides and other files of content. */
  readonly document: boolean;
  /** Nothing real is moved: paper trading, sandboxes of money, unsigned transactions. */
  readonly pretend: boolean;
  /** The keys of the outer arguments. */
  readonly takes: ReadonlySet<string>;
}

const CHAIN =
  /\b(?:solidity|pump ?fun|memecoins?|wallet address|token address|contract address|chain id|slippage|lamports|nano currency|blockchain|on-?chain|ethereum|solana|bitcoin|starknet|evm|erc-?(?:20|721|1155)|nfts?|smart contracts?|defi|dex|web3|wallets?|lamports?|polygon|arbitrum|uniswap|jupiter|usdc|usdt|eth|btc|stellar|cardano|cosmos|aptos|sui|lightning network|nostr|crypto(?:currenc(?:y|ies))?|rpc url|gas price|testnet|mainnet|private key of|satoshis?|sats|tron|algorand|hedera|polkadot|bittensor)\b/;
const MONEY =
  /\b(?:payments?|invoices?|stripe|paypal|billing|checkout|refunds?|brokers?|brokerage|trading|trades?|stocks?|shares|orders?|subscriptions? plan|bank|banking|currency|price|prices|customers?|merchant|shopify|square|adyen|alpaca|binance|coinbase|portfolio|futures|forex|mt5|ledger|accounting|payouts?)\b/;
const SOCIAL =
  /\b(?:tweets?|twitter|bluesky|mastodon|linkedin|facebook|instagram|threads|tiktok|reddit|slack|discord|telegram|whatsapp|wechat|messages?|sms|e-?mails?|gmail|outlook|imessage|social media|chats?|channels?|teams|signal|line|lark|feishu|dingtalk|zulip|mattermost|matrix|nostr|farcaster|social)\b/;
const CLOUD =
  /\b(?:kubernetes|k8s|docker|containers?|pods?|aws|ec2|azure|gcp|google cloud|cloud|vms?|virtual machines?|clusters?|droplets?|railway|heroku|fly\.io|sandbox(?:es)?|proxmox|vmware|terraform|nomad|openstack|ecs|deployments?|servers?|instances?|runpod|e2b|daytona|modal|serverless|digitalocean|hetzner|linode|vultr)\b/;
const DEVICE =
  /\b(?:browsers?|web ?pages?|puppeteer|playwright|selenium|chrom(?:e|ium)|tabs?|android|ios|simulator|emulator|screen|keyboard|mouse|desktop|devices?|robot|home assistant|smart home|spotify|playback|player|gameboy|button|cursor position|daw|ableton|midi|adb|app(?:lication)? window|selector|dom element|xcode|unity|unreal|blender|camera|turtle|drone|lights?|thermostats?|speakers?|sonos|roku|smart tv|printers?|arduino|gpio|led|lifx|hue|iframe|page element|ui element)\b/;
const DOCUMENT =
  /\b(?:documents?|worksheets?|spreadsheets?|slides?|presentations?|powerpoint|excel|word document|docx|xlsx|pptx|pdf|notion|confluence|wiki|figma|canvas|obsidian|notes?)\b/;
const PRETEND =
  /\b(?:paper[- ]trad\w+|paper (?:account|money|order)|simulated?|simulation|virtual (?:money|portfolio|trading)|unsigned|dry[- ]run|mock|demo account|backtest\w*|without (?:sending|broadcasting|executing|signing)|quote only|practice account|what-if)\b/;

/** The topics of a definition, from its name, title and first words in lower case, and the keys of its outer arguments. */
export function topicsOf(text: string, takes: ReadonlySet<string>): Topics {
  return {
    takes,
    chain: CHAIN.test(text),
    money: MONEY.test(text),
    social: SOCIAL.test(text),
    cloud: CLOUD.test(text),
    device: DEVICE.test(text),
    document: DOCUMENT.test(text),
    pretend: PRETEND.test(text),
  };
}

/** What an example of each topic looks like. */
export const TOPIC_EXAMPLES: readonly ExampleTable[] = [
  patternTable('topic.chain', CHAIN, {
    gives: 'Financial',
    example: (topic) => ({ name: 'transfer', description: `Transfer it (${topic})` }),
  }),
  patternTable('topic.money', MONEY, {
    gives: 'Financial',
    example: (topic) => ({ name: 'transfer', description: `Transfer it (${topic})` }),
  }),
  patternTable('topic.social', SOCIAL, {
    gives: 'Execute',
    example: (topic) => ({ name: 'create_post', description: `Create a post (${topic})` }),
  }),
  patternTable('topic.cloud', CLOUD, {
    gives: 'Execute',
    example: (topic) => ({ name: 'create_session', description: `Create a session (${topic})` }),
  }),
  patternTable('topic.device', DEVICE, {
    gives: 'Execute',
    example: (topic) => ({ name: 'select_option', description: `Select an option (${topic})` }),
  }),
  patternTable('topic.document', DOCUMENT, {
    gives: 'Write',
    example: (topic) => ({ name: 'format_range', description: `Format a range (${topic})` }),
  }),
  patternTable('topic.pretend', PRETEND, {
    gives: 'Write',
    example: (topic) => ({ name: 'create_payment', description: `Create a payment (${topic})` }),
  }),
];
