import './styles.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { router } from './app/router.ts'
import { locale } from './shared/messages/locale.ts'
import { loadMessages } from './shared/messages/localized.ts'

/** What the browser fetched ahead is there by then, and the page comes in one piece instead of two. */
const SHORT_MS = 250

const place = document.getElementById('root')
if (!place) throw new Error('index.html has no #root')
const root = createRoot(place)
const loaded = router.load()
const late = new Promise((resolve) => setTimeout(resolve, SHORT_MS))
void Promise.all([loadMessages(), Promise.race([loaded, late])]).then(() => {
  document.documentElement.lang = locale
  root.render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
})
