const MEBIBYTE = 1024 * 1024;

/** Bounds of one scan. A server that needs more is classed `too-large` or hangs; none of it is waited for. */
export const LIMITS = {
  /** One message. The largest real list that we know has about 1 MB. */
  messageBytes: 16 * MEBIBYTE,
  /** All that a server writes on standard output, or answers over HTTP. */
  outputBytes: 64 * MEBIBYTE,
  /** All that it writes on standard error; only the end is kept. */
  stderrBytes: 64 * MEBIBYTE,
  /** The end of standard error that is kept for a failure's report. */
  stderrKept: 32 * 1024,
  /** Pages of one list. */
  pages: 200,
  /** Tools of one server. The largest that we know has 401. */
  tools: 10_000,
  /** Processes and threads together; a Node process has about eleven. */
  processes: 128,
  /** Private writable memory that one process may reserve. V8 reserves half a gigabyte and more for each worker thread. */
  processMemoryBytes: 8192 * MEBIBYTE,
  /** Memory that all processes really use together, looked at four times a second. */
  memoryBytes: 3072 * MEBIBYTE,
  /** One file. */
  fileBytes: 256 * MEBIBYTE,
  /** Home, temporary folder and working folder, each; they are in memory. */
  folderBytes: 512 * MEBIBYTE,
  /** Open files of one process. */
  openFiles: 4096,
  /** How long a sandbox that is to end may take to say which process is its first, before all of it is killed unasked. */
  stopMilliseconds: 10_000,
} as const;

/** How long a server may take to end by itself after its input has closed, where its end means something to others. */
export const CLOSE_GRACE_MS = 3000;

/** Seconds for start, `initialize` and the list together, unless --timeout says otherwise. */
export const DEFAULT_TIMEOUT_SECONDS = 30;

/** Milliseconds for npm to find and install one package. */
export const INSTALL_TIMEOUT_MS = 300_000;
