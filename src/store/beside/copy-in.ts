import type pg from 'pg'

/** What the driver lets a statement of ours do with its connection beside what its types say. */
interface Giving {
  query(statement: string): void
  sendCopyFromChunk(rows: Buffer): void
  endCopyFrom(): void
}

/**
 * Runs `copy … from stdin`, the fastest way in for rows. They are sent with the statement: a server that refuses it passes
 * them over.
 * @param client its connection is used by nobody else until this is done
 * @param rows lines as COPY takes them, see `copy-lines.ts`; a line may not go on from one to the next
 * @throws what the server says of a row that it does not take
 */
export const copyIn = (client: pg.ClientBase, statement: string, rows: readonly Buffer[]): Promise<void> =>
  new Promise((resolve, reject) => {
    const copying = {
      submit: (connection: Giving) => {
        connection.query(statement)
        for (const some of rows) connection.sendCopyFromChunk(some)
        connection.endCopyFrom()
      },
      handleCopyInResponse: () => {},
      handleCommandComplete: () => {},
      handleError: reject,
      handleReadyForQuery: () => resolve(),
    }
    client.query<object & { submit(connection: object): void }>(copying)
  })
