/** Whether the bytes are a ZIP archive in which something is written as it is: the name of a part, or the kind of an ODT (ODF 1.3-2, 3.3). */
export function isArchive(bytes: Uint8Array, name: string): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return (
    buffer.subarray(0, 4).toString('latin1') === 'PK\x03\x04' && buffer.includes(name, 4, 'latin1')
  );
}
