/** The key under which a source or a claim says that a person set a value: what the document says is beside it, and does not support it. */
export const setByPerson = 'edited';
