import { createRoot } from 'react-dom/client'
import 'graphiql/style.css'
import './page.css'
import './workers.ts'
import { Playground } from './playground.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
const examples = await fetch('./examples.json').then((response) => response.json())
createRoot(root).render(<Playground examples={examples} />)
