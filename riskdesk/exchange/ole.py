"""The compound files in which Excel 97-2003 keeps a workbook, and in which Office keeps an encrypted one.

Source: [MS-CFB] Compound File Binary File Format.
"""

from __future__ import annotations

import struct

_FREE, _END = 0xFFFFFFFF, 0xFFFFFFFE
_ENTRY = 128


class OleError(ValueError):
    """Not a whole compound file."""


class OleFile:
    """The streams of a compound file by name. Raises `OleError` when it is not whole."""

    def __init__(self, data: bytes) -> None:
        if len(data) < 512:
            raise OleError("header")
        self._data = data
        sector_shift, mini_shift = struct.unpack_from("<HH", data, 30)
        if sector_shift not in (9, 12) or mini_shift != 6:
            raise OleError("sector size")
        self._size, self._mini_size = 1 << sector_shift, 1 << mini_shift
        directory, self._cutoff, mini_fat = (struct.unpack_from("<I", data, place)[0] for place in (48, 56, 60))
        self._fat = self._read_fat()
        entries = self._chain(directory)
        self._mini_fat = self._numbers(self._chain(mini_fat)) if mini_fat < _END else []
        self._entries: dict[str, tuple[int, int]] = {}
        self._mini = b""
        for place in range(0, len(entries) - _ENTRY + 1, _ENTRY):
            self._entry(entries[place : place + _ENTRY])

    @property
    def names(self) -> set[str]:
        """Names of all streams and storages."""
        return set(self._entries)

    def read(self, name: str) -> bytes:
        """The bytes of a stream. Raises `OleError`."""
        if name not in self._entries:
            raise OleError(name)
        start, size = self._entries[name]
        if size >= self._cutoff:
            return self._chain(start)[:size]
        parts = []
        for sector in self._follow(start, self._mini_fat):
            parts.append(self._mini[sector * self._mini_size : (sector + 1) * self._mini_size])
        return b"".join(parts)[:size]

    def _entry(self, raw: bytes) -> None:
        length = struct.unpack_from("<H", raw, 64)[0]
        kind, start, size = raw[66], *struct.unpack_from("<II", raw, 116)
        name = raw[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
        if kind == 5 and start < _END:
            self._mini = self._chain(start)
        elif kind in (1, 2):
            self._entries.setdefault(name, (start, size))

    def _read_fat(self) -> list[int]:
        places = list(struct.unpack_from("<109I", self._data, 76))
        following = struct.unpack_from("<I", self._data, 68)[0]
        seen = 0
        while following < _END:
            numbers = self._numbers(self._sector(following))
            places += numbers[:-1]
            following = numbers[-1]
            seen += 1
            if seen > len(self._data) // self._size:
                raise OleError("sector list turns in circles")
        return [number for place in places if place < _END for number in self._numbers(self._sector(place))]

    def _sector(self, number: int) -> bytes:
        place = (number + 1) * self._size
        if place >= len(self._data):
            raise OleError("it ends too early")
        return self._data[place : place + self._size].ljust(self._size, b"\0")

    def _chain(self, start: int) -> bytes:
        return b"".join(self._sector(number) for number in self._follow(start, self._fat))

    @staticmethod
    def _follow(start: int, table: list[int]) -> list[int]:
        chain: list[int] = []
        while start < _END:
            if start >= len(table) or len(chain) > len(table):
                raise OleError("a chain of sectors is broken")
            chain.append(start)
            start = table[start]
        return chain

    @staticmethod
    def _numbers(data: bytes) -> list[int]:
        return list(struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4]))
