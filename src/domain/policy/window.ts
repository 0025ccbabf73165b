/** Windows of a limit in seconds. `day` is derived, not documented: it stands only in the variant `narrow`. */
export const WINDOW_SECONDS = { minute: 60, hour: 3600, day: 86_400 } as const;
export type Window = keyof typeof WINDOW_SECONDS;
