/** A value as a CSV file has it: in quotes where it holds what would part it from others. */
export const csvCell = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
