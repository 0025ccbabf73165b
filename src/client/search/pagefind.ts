import { LoadError, loadModule } from '../load.ts';

/** The part of Pagefind's JavaScript API that is used here (pagefind.app/docs/api). */
export interface Pagefind {
  options(options: {
    readonly basePath?: string;
    readonly excerptLength?: number;
    readonly noWorker?: boolean;
  }): Promise<void>;
  search(
    query: string | null,
    options?: { readonly filters?: Readonly<Record<string, string>> },
  ): Promise<{ readonly results: readonly PagefindResult[] }>;
}

/** A result before its text is loaded. */
export interface PagefindResult {
  readonly id: string;
  data(): Promise<PagefindData>;
}

/** A result with its text. `excerpt` is HTML of Pagefind's own making: escaped, with `mark` elements. */
export interface PagefindData {
  readonly url: string;
  readonly excerpt: string;
  /** The text that was searched. */
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly filters: Readonly<Record<string, readonly string[]>>;
}

/** What Pagefind was asked for: it fetches files of its own, and whatever it throws means that they did not come. */
export async function asked<Value>(answer: Promise<Value>): Promise<Value> {
  try {
    return await answer;
  } catch (error) {
    throw new LoadError('Pagefind did not answer', { cause: error });
  }
}

let loading: Promise<Pagefind> | undefined;

/** Loads Pagefind once, when search is first used. */
export function loadPagefind(): Promise<Pagefind> {
  loading ??= (async () => {
    // Not bundled: it is written beside the pages after they are built.
    const path = '/pagefind/pagefind.js';
    const pagefind = (await loadModule(() => import(/* @vite-ignore */ path))) as Pagefind;
    await asked(pagefind.options({ excerptLength: 20 }));
    return pagefind;
  })();
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}
