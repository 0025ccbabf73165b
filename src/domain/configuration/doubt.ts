/** Why a command line identifies no server. */
export interface Doubt {
  /**
   * - `local`: a program or a file of this machine;
   * - `command`: a shell is given more than one plain command;
   * - `elsewhere`: what is asked for comes from no registry: a repository at a commit, a tarball, an alias, a folder;
   * - `option` and `variable`: one that may put something else in the place of the server;
   * - `not-said`: the file does not say what is started;
   * - `gateway`: a gateway, which offers the tools of other servers.
   */
  readonly because: 'local' | 'command' | 'elsewhere' | 'option' | 'variable' | 'not-said' | 'gateway';
  /** The option or variable as it stands there: a stranger's text, which may hold secrets. */
  readonly what?: string;
}
