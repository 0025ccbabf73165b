import { type Category, categorySegment } from '../risk/category.ts';
import { levelSegment, type RiskLevel } from '../risk/risk-level.ts';
import type { RiskSignal } from '../risk/signal.ts';

/** Every path of the site is made here (docs/contracts.md#site). Segments are percent-encoded; paths end with a slash. */
export const urls = {
  home: '/',
  servers: '/tools/',
  names: '/names/',
  risks: '/risk/',
  categories: '/category/',
  signals: '/signals/',
  attacks: '/attacks/',
  attackTimeline: '/attacks/timeline/',
  attackFilter: '/attacks/filter.json',
  attackData: '/attacks.json',
  attackTable: '/attacks.csv',
  attackFeed: '/attacks.atom',
  attackLayer: '/attacks-navigator.json',
  attackSchema: '/schemas/attacks.json',
  logSchema: '/schemas/tool-call-log.json',
  guides: '/guides/',
  method: '/method/',
  search: '/search/',
  compare: '/compare/',
  changes: '/changes/',
  check: '/check/',
  server: (server: string) => `/tools/${server}/`,
  tool: (server: string, segment: string) => `/tools/${server}/${encodeURIComponent(segment)}/`,
  serverPolicy: (server: string) => `/tools/${server}/policy.json`,
  serverData: (server: string) => `/api/v1/servers/${server}.json`,
  policyData: (server: string) => `/api/v1/policies/${server}.json`,
  schema: (file: 'policy' | 'tools') => `/schemas/${file}.json`,
  name: (segment: string) => `/names/${encodeURIComponent(segment)}/`,
  risk: (level: RiskLevel | null) => `/risk/${levelSegment(level)}/`,
  category: (category: Category | null) => `/category/${categorySegment(category)}/`,
  signal: (signal: RiskSignal) => `/signals/${signal}/`,
  attack: (id: string) => `/attacks/${id}/`,
  attackClass: (id: string) => `/attacks/class/${id}/`,
  attackRule: (id: string) => `/attacks/${id}/sigma.yml`,
  guide: (id: string) => `/guides/${id}/`,
} as const;

/** The whole catalogue in one file, as /check/ fetches it. */
export const KNOWN_CATALOGUE_FILE = '/api/v1/match.json';

/** An absolute address on a site, or undefined when the site has no address. */
export function absoluteUrl(address: string | undefined, path: string): string | undefined {
  return address === undefined ? undefined : new URL(path, address).href;
}
