import type pg from 'pg'

/** What the driver lets a statement of ours do with its connection while the server takes rows. */
interface Taking {
  sendCopyFromChunk(rows: Buffer): void
  endCopyFrom(): void
}

/**
 * Runs `copy … from stdin`, the fastest way in for rows.
 * @param client its connection is used by nobody else until this is done
 * @param rows lines as COPY takes them, see `copy-lines.ts`
 * @throws what the server says of a row that it does not take
 */
export const copyIn = (client: pg.ClientBase, statement: string, rows: Buffer): Promise<void> =>
  new Promise((resolve, reject) => {
    client.query({
      submit: (connection: pg.Connection) => connection.query(statement),
      handleCopyInResponse: (connection: Taking) => {
        connection.sendCopyFromChunk(rows)
        connection.endCopyFrom()
      },
      handleCommandComplete: () => {},
      handleError: reject,
      handleReadyForQuery: () => resolve(),
    })
  })
