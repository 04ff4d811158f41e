import type { PrismaClient } from '../generated/prisma/client.ts'
import type { Store } from '../store/open.ts'
import { createLoaders, type Loaders } from './loaders.ts'

/** What every resolver has at hand: the store, and loaders that live as long as the request. */
export type Context = { prisma: PrismaClient; loaders: Loaders }

export const createContext = ({ prisma, run }: Pick<Store, 'prisma' | 'run'>): Context => ({ prisma, loaders: createLoaders(run) })
