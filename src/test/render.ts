import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import type { ComponentProps } from 'astro/types';
import { type BuiltPage, find, parsePage, readText } from './built-site.ts';

// biome-ignore lint/suspicious/noExplicitAny: this is how astro/types speaks of any component.
type Component = (props: any) => unknown;

let container: Promise<AstroContainer> | undefined;

/** Renders a component with the props that it is typed with, and parses what comes out as a browser does. */
export async function render<C extends Component>(
  component: C,
  props: ComponentProps<C>,
  slot?: string,
): Promise<BuiltPage> {
  container ??= AstroContainer.create();
  const html = await (await container).renderToString(component as unknown as AstroComponentFactory, {
    props: props as Record<string, unknown>,
    ...(slot === undefined ? {} : { slots: { default: slot } }),
  });
  return parsePage('/', html);
}

/** What a person reads of a rendered component, on one line. */
export function reading(page: BuiltPage): string {
  return find(page, 'body')
    .map((body) => readText(body))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}
