import { COMMON_DIALECT, type ServerForm } from '../../configuration/server-form.ts';
import { isObject } from '../../text/json.ts';

/** Servers of single projects, which Claude Code keeps in the user's own settings file. */
export const PROJECT_SERVERS: ServerForm = {
  form: 'mcpServers',
  syntax: 'json',
  dialect: COMMON_DIALECT,
  groups: ({ projects }) =>
    isObject(projects)
      ? Object.entries(projects).flatMap(([folder, project]) =>
          isObject(project) && project.mcpServers !== undefined
            ? [
                {
                  path: ['projects', folder, 'mcpServers'],
                  place: `projects[${JSON.stringify(folder)}].mcpServers`,
                  entries: project.mcpServers,
                },
              ]
            : [],
        )
      : [],
};
