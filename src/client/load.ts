/** What was asked for did not come: the connection's fault, or the server's. Whatever else is thrown is a fault of ours. */
export class LoadError extends Error {}

/** JSON from a file of this site. @throws LoadError when it does not come whole */
export async function loadJson<Value>(url: string): Promise<Value> {
  try {
    const answer = await fetch(url);
    if (answer.ok) return (await answer.json()) as Value;
    throw new LoadError(`${url} was answered with ${answer.status}`);
  } catch (error) {
    throw error instanceof LoadError ? error : new LoadError(`${url} did not come whole`, { cause: error });
  }
}

/** What browsers say of a module that they could not fetch; one that fails when it runs has a message of its own. */
const NOT_FETCHED = /dynamically imported module|importing a module script|module script failed/i;

/** A module that is loaded when it is first wanted. @throws LoadError when it does not come */
export async function loadModule<Module>(load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (error) {
    if (error instanceof TypeError && NOT_FETCHED.test(error.message)) {
      throw new LoadError('a part of the page did not come', { cause: error });
    }
    throw error;
  }
}
