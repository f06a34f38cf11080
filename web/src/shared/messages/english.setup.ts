import { vi } from 'vitest'

// Wherever the tests run, the words that they look for are the English ones.
vi.stubGlobal('navigator', { languages: ['en'] })
