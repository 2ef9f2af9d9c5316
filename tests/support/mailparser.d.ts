declare module 'mailparser' {
  /** What these tests read of a mail. */
  export function simpleParser(raw: string): Promise<{ from?: { text: string }; subject?: string; text?: string; messageId?: string; html?: string | false; attachments: { contentType: string; filename?: string; content: Buffer }[] }>
}
