import type { FormatId } from './format-ids.ts';

/** The formats that hold rules on arguments, and so the variant `narrow`; any other refuses it and names these. */
export const NARROW_FORMATS: readonly FormatId[] = ['policy-json', 'intercept', 'gemini-cli', 'cedar-toolhive'];
