/**
 * For programs that only look: a browser drops all that it is loading when a network interface comes or
 * goes on the machine (ERR_NETWORK_CHANGED), as each container makes it.
 */
export async function tryAgain<T>(act: () => Promise<T>, attempts = 3): Promise<T> {
  for (let left = attempts - 1; ; left -= 1)
    try {
      return await act()
    } catch (error) {
      if (left <= 0) throw error
    }
}
