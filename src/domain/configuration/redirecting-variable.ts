import { isProgramFolder } from './program.ts';
import type { Variable } from './started.ts';

/** Who fetches or runs a server, as far as variables go. */
export type Family = 'npm' | 'python' | 'docker';

/**
 * Variables that a family reads and that may put something else in the place of what is asked for: registries, files of settings,
 * programs that are loaded before it.
 */
const READ: Readonly<Record<Family, RegExp>> = {
  npm: /^(?:npm_config_|pnpm_|yarn_|bun_|deno_|corepack_|jsr_url$|node_options$|node_path$)/i,
  python: /^(?:uv_|pip_|pipx_|virtual_env$|python(?:path|home|startup|userbase|platlibdir)$)/i,
  docker: /^(?:docker_|podman_|containers_|buildah_|registry_auth_file$)/i,
};
const READ_BY_ALL =
  /^(?:path|home|userprofile|appdata|localappdata|xdg_(?:config|data|cache)_\w+|ld_\w+|dyld_\w+|bash_env|comspec|pathext|git_\w+)$/i;

/** Those that only say how it is fetched, or how much is told of it. */
const HARMLESS =
  /^(?:npm_config_(?:yes|loglevel|update_notifier|fund|audit|progress|color|prefer_offline|prefer_online|offline)|uv_(?:no_progress|offline|native_tls|system_certs|http_timeout|no_cache|link_mode|python_downloads)|git_(?:(?:author|committer)_(?:name|email)|terminal_prompt)|pip_(?:no_cache_dir|disable_pip_version_check|no_input|timeout))$/i;

/** Homes and folders of settings as a system makes them. */
const HOME = /^(?:\/root|\/(?:home|Users)\/[\w.-]+|[A-Za-z]:[\\/]Users[\\/][\w .-]+)[\\/]?$/;
const SETTINGS =
  /^(?:[A-Za-z]:[\\/]Users[\\/][\w .-]+[\\/]AppData[\\/](?:Roaming|Local)|%\w+%|\$\{(?:env:)?(?:LOCAL)?APPDATA\})[\\/]?$/i;
const NODE_OPTION = /^--(?:max-old-space-size=\d+|no-warnings|no-deprecation|use-system-ca|dns-result-order=\w+)$/;

/** The name of the first variable that may put another server in the place of the one asked for; undefined where none may. */
export function redirectingVariable(family: Family, variables: readonly Variable[]): string | undefined {
  return variables.find(({ name, value }) => {
    const isRead = READ[family].test(name) || READ_BY_ALL.test(name);
    return isRead && !HARMLESS.test(name) && !isUsual(name.toLowerCase(), value);
  })?.name;
}

/** Values that many configurations give and that change nothing of what runs. */
function isUsual(name: string, value: string): boolean {
  switch (name) {
    case 'path': {
      const folders = value.split(/[;\\]/.test(value) ? ';' : ':');
      return folders.every(
        (folder) => isProgramFolder(folder) || /^(?:\$PATH|\$\{(?:env:)?PATH\}|%PATH%)$/i.test(folder),
      );
    }
    case 'home':
    case 'userprofile':
      return HOME.test(value);
    case 'appdata':
    case 'localappdata':
      return SETTINGS.test(value);
    case 'node_options':
      return value.split(/\s+/).every((option) => option === '' || NODE_OPTION.test(option));
    default:
      return false;
  }
}
