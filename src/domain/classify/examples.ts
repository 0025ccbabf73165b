import type { JsonObject } from '../text/json.ts';
import type { ClassifierInput } from './classify.ts';

/** A tool definition in our own words that shows what a rule is for. */
export interface Example {
  readonly name: string;
  readonly description?: string;
  /** The arguments: `properties` of the input schema. */
  readonly takes?: JsonObject;
  /** The server's id, where it tells something; else one that says nothing. */
  readonly server?: string;
  /** The server's own claims. */
  readonly annotations?: JsonObject;
}

/** An example as the classifier takes it. */
export function exampleInput({ name, description, takes, server = 'acme', annotations }: Example): ClassifierInput {
  const tool = {
    name,
    ...(description === undefined ? {} : { description }),
    ...(takes === undefined ? {} : { inputSchema: { type: 'object', properties: takes } }),
    ...(annotations === undefined ? {} : { annotations }),
  };
  return { server, tool };
}

/** The examples by the id of what they are for. */
export function classifierExamples(): ReadonlyMap<string, Example> {
  return new Map<string, Example>([
    ['verb:withdraw', { name: 'withdraw_savings', description: 'Withdraw savings from a goal' }],
    ['verb:get', { name: 'get_item', description: 'Get an item' }],
  ]);
}
