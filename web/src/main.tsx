import './styles.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { locale } from './shared/messages/locale.ts'
import { loadMessages } from './shared/messages/localized.ts'

const place = document.getElementById('root')
if (!place) throw new Error('index.html has no #root')
const root = createRoot(place)
void loadMessages().then(() => {
  document.documentElement.lang = locale
  root.render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
})
