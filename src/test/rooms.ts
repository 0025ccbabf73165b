/** The rooms of the domain, lowest first: a file imports its own room and those before it (docs/architecture.md). */
export const DOMAIN_ROOMS = [
  'text',
  'risk',
  'record',
  'site',
  'classify',
  'ledger',
  'policy',
  'enforcement',
  'configuration',
  'gateways',
  'clients',
  'attacks',
  'search',
  'snippet',
  'audit',
  'page',
] as const;

/** The rooms of the catalogue, lowest first. `load.ts`, its front door, stands before `build`. */
export const CATALOGUE_ROOMS = ['read', 'import', 'write', 'join', 'rules', 'build'] as const;
