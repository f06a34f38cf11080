/** As the test expects it: its assertions are the check. */
export async function jsonOf(answer: Response | Promise<Response>) {
  return JSON.parse(await (await answer).text())
}
