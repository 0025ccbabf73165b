/** What was asked for did not come: the connection's fault, or the server's. Whatever else is thrown is a fault of ours. */
export class LoadError extends Error {}

/** JSON from a file of this site. @throws LoadError when it does not come whole */
export async function loadJson<Value>(url: string): Promise<Value> {
  const lost = (cause: unknown): never => {
    throw new LoadError(url, { cause });
  };
  const answer = await fetch(url).catch(lost);
  return answer.ok ? answer.json().catch(lost) : lost(answer.status);
}

/** What browsers say of a module that they could not fetch; one that fails when it runs has a message of its own. */
const NOT_FETCHED = /imported module|module script/i;

/** A module that is loaded when it is first wanted. @throws LoadError when it does not come */
export async function loadModule<Module>(load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (error) {
    if (error instanceof TypeError && NOT_FETCHED.test(error.message)) {
      throw new LoadError(error.message, { cause: error });
    }
    throw error;
  }
}
