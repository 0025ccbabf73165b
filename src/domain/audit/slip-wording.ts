import { shortened } from '../clients/treatment.ts';
import { count } from '../text/english.ts';
import type { Slip } from './slip.ts';

/** That a package's name is nearly another's: a typing error, or somebody who waits for one. */
export function slipSentence({ name, of, distance, server }: Slip): string {
  return `The package ${shortened(name, 80)} is not in the catalogue, and its name is ${count(distance, 'letter')} away from ${of}, which is ${server.name}. Look twice whether it is the one that you mean.`;
}
