/** What a disk refuses, in words, which `told` may translate; undefined for what is no matter of the disk. */
export function diskRefusal(
  error: unknown,
  told: (reason: string) => string = (reason) => reason,
): string | undefined {
  const reason = diskReason(error);
  if (reason === undefined || !(error instanceof Error)) return undefined;
  const path = 'path' in error ? `${String(error.path)}: ` : '';
  return `${path}${told(reason)}`;
}

/** Why a disk refuses something, without where; undefined for what is no matter of the disk. */
export function diskReason(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  const code = String(error.code);
  if (isBusyIndex(error)) return reasons['SQLITE_BUSY'];
  if (isFullDisk(error)) return reasons[code] ?? reasons['ENOSPC'];
  return reasons[code] ?? (code.startsWith('SQLITE_IOERR') ? reasons['EIO'] : undefined);
}

/** Whether another koinon writes the index and did not end in time. */
export function isBusyIndex(error: unknown): boolean {
  return /^SQLITE_BUSY(?:_|$)/.test(codeOf(error));
}

/** Whether a disk has no room left; SQLite meets that first where it makes the memory that its processes share. */
export function isFullDisk(error: unknown): boolean {
  return /^(?:ENOSPC|EDQUOT|SQLITE_FULL|SQLITE_IOERR_SHMSIZE)$/.test(codeOf(error));
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

const reasons: Readonly<{ [code: string]: string }> = {
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'the disk can only be read',
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a part of this path is a file, not a folder',
  EISDIR: 'this is a folder, not a file',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full for this user',
  EBUSY: 'another program holds it open',
  EFBIG: 'the file would be larger than the system allows',
  EEXIST: 'it exists already',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'links lead round in a circle',
  ENXIO: 'nobody reads at the other end',
  EMFILE: 'too many files are open',
  EIO: 'the disk cannot be read or written',
  SQLITE_FULL: 'the disk is full',
  SQLITE_IOERR_WRITE: 'the disk cannot be written',
  SQLITE_BUSY: 'another koinon is writing the index; try again in a moment',
  SQLITE_READONLY_DIRECTORY: 'the folder of the index can only be read',
};
