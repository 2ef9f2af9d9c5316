import NextAuth from 'next-auth'
import type { NextRequest } from 'next/server'
import { authOptions } from '@/lib/platform/auth/options'

interface Context {
  params: Promise<{ nextauth: string[] }>
}

/** Next-auth's own addresses: the callback of an organisation's sign-in, its token, its session. */
async function handler(request: NextRequest, context: Context): Promise<Response> {
  return NextAuth(request, { params: await context.params }, authOptions())
}

export { handler as GET, handler as POST }
