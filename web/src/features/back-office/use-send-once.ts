import { useRef } from 'react'
import { isFinal } from '../../shared/api/failures.ts'
import { randomHex } from '../../shared/random.ts'

/**
 * For requests that must not be carried out twice: the key stays the same as long as the same is tried
 * and no answer came, because it may have been lost.
 */
export function useSendOnce<Body, Answer>(send: (body: Body, key: string) => Promise<Answer>) {
  const attempt = useRef({ body: '', key: '' })
  return async (body: Body): Promise<Answer> => {
    const tried = JSON.stringify(body)
    if (attempt.current.body !== tried) attempt.current = { body: tried, key: randomHex(16) }
    try {
      const answer = await send(body, attempt.current.key)
      attempt.current = { body: '', key: '' }
      return answer
    } catch (error) {
      if (isFinal(error)) attempt.current = { body: '', key: '' }
      throw error
    }
  }
}
