/** What the placeholders of a configuration stand for on this machine. */
export interface PlaceholderValues {
  /** An environment variable. */
  readonly environment: (name: string) => string | undefined;
  /** One of VS Code's `inputs`. */
  readonly input: (id: string) => string | undefined;
  /** The project's folder. */
  readonly folder: string;
}

/** A text with its placeholders filled in. */
export interface Expanded {
  readonly text: string;
  /** Names of variables, or `input:id`, that have no value here. The text is of no use then. */
  readonly missing: readonly string[];
}

/**
 * Fills in `${NAME}` and `${NAME:-default}` (Claude Code), `${env:NAME}`, `${input:id}`, `${workspaceFolder}` and
 * `${workspaceFolderBasename}` (VS Code, Cursor). What is none of these stays as it is.
 */
export function expandPlaceholders(text: string, values: PlaceholderValues): Expanded {
  const missing: string[] = [];
  const fill = (name: string, value: string | undefined): string => {
    if (value === undefined) missing.push(name);
    return value ?? '';
  };
  const expanded = text.replace(/\$\{([^{}]+)\}/g, (whole, inner: string) => {
    if (inner === 'workspaceFolder') return values.folder;
    if (inner === 'workspaceFolderBasename') return values.folder.split(/[\\/]/).at(-1) ?? '';
    const input = /^input:(.+)$/.exec(inner)?.[1];
    if (input !== undefined) return fill(`input:${input}`, values.input(input));
    const [, name, fallback] = /^(?:env:)?([A-Za-z_]\w*)(?::-(.*))?$/.exec(inner) ?? [];
    if (name === undefined) return whole;
    return fill(name, values.environment(name) ?? fallback);
  });
  return { text: expanded, missing };
}
