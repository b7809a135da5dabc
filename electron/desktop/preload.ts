import { contextBridge, ipcRenderer } from 'electron';
import { CHANNELS } from '#shared/contract/door.ts';
import type { Door, DoorReply } from '#shared/contract/door.ts';

/** Gives the page its two functions; nothing of Electron or Node passes through them. */
const door: Door = {
  call: (name, input) => ipcRenderer.invoke(CHANNELS.call, name, input) as Promise<DoorReply>,
  on(name, listener) {
    const heard = (_event: unknown, event: string, data: unknown): void => {
      if (event === name) listener(data);
    };
    ipcRenderer.on(CHANNELS.event, heard);
    return () => void ipcRenderer.removeListener(CHANNELS.event, heard);
  },
};

contextBridge.exposeInMainWorld('workstation', door);
