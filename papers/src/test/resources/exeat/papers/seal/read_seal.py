"""Reads a sealed travel authorisation as docs/seal.md describes it, with Python's standard library alone.

    read_seal.py AUTHORITY.pem STATE LIST.cwt TIME < SEAL

Written from the document, to find out whether a stranger can. It is no reader for a border: it takes authorities with
keys of P-256 only, and leaves out what the document calls optional.
"""

import base64
import hashlib
import json
import sys
import zlib

P = 0xFFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF
N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
B = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
G = (
    0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
    0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5,
)
SEALS = bytes.fromhex("060767810801010e02")  # 2.23.136.1.1.14.2
P256 = bytes.fromhex("06082a8648ce3d030107")
MOST_BYTES = 8 * 1024


class Refused(Exception):
    pass


def need(condition, reason):
    if not condition:
        raise Refused(reason)


# --- ECDSA over P-256 -----------------------------------------------------------------------------


def add(one, other):
    if one is None or other is None:
        return one or other
    if one[0] == other[0]:
        if (one[1] + other[1]) % P == 0:
            return None
        slope = (3 * one[0] * one[0] - 3) * pow(2 * one[1], -1, P) % P
    else:
        slope = (other[1] - one[1]) * pow(other[0] - one[0], -1, P) % P
    x = (slope * slope - one[0] - other[0]) % P
    return x, (slope * (one[0] - x) - one[1]) % P


def times(number, point):
    result = None
    while number:
        if number & 1:
            result = add(result, point)
        point = add(point, point)
        number >>= 1
    return result


def is_signed(key, data, r, s):
    if not (0 < r < N and 0 < s < N):
        return False
    e = int.from_bytes(hashlib.sha256(data).digest(), "big")
    w = pow(s, -1, N)
    point = add(times(e * w % N, G), times(r * w % N, key))
    return point is not None and point[0] % N == r


# --- X.509, as much as is needed ------------------------------------------------------------------


def der(data, at=0):
    """Tag, where the content begins, and where it ends."""
    tag, length, at = data[at], data[at + 1], at + 2
    if length & 0x80:
        count = length & 0x7F
        length, at = int.from_bytes(data[at : at + count], "big"), at + count
    need(at + length <= len(data), "not DER")
    return tag, at, at + length


def children(data):
    _, at, end = der(data)
    while at < end:
        _, _, stop = der(data, at)
        yield data[at:stop]
        at = stop


def content(data):
    _, at, end = der(data)
    return data[at:end]


def certificate(data):
    signed, _, signature = list(children(data))
    parts = list(children(signed))[1:]  # Without the version.
    _, _, issuer, validity, subject, key = parts[:6]
    need(P256 in key, "another curve")
    point = content(key)[-64:]
    r, s = (int.from_bytes(content(part), "big") for part in children(content(signature)[1:]))
    return {
        "signed": signed,
        "signature": (r, s),
        "issuer": issuer,
        "subject": subject,
        "times": [time(part) for part in children(validity)],
        "key": (int.from_bytes(point[:32], "big"), int.from_bytes(point[32:], "big")),
        "seals": any(SEALS in part for part in parts[6:]),
    }


def time(part):
    text = content(part).decode("ascii")
    text = text if part[0] == 0x18 else ("20" if text[0] < "5" else "19") + text
    return "%s-%s-%sT%s:%s:%sZ" % (text[:4], text[4:6], text[6:8], text[8:10], text[10:12], text[12:14])


def signer(data, authority, now):
    read = certificate(data)
    need(read["issuer"] == authority["subject"], "unknown signer")
    need(is_signed(authority["key"], read["signed"], *read["signature"]), "unknown signer")
    need(read["seals"], "not a signer of seals")
    need(read["times"][0] <= now <= read["times"][1], "certificate not valid now")
    return read


# --- The seal -------------------------------------------------------------------------------------


def base64url(text):
    return base64.urlsafe_b64decode(text.rstrip("=") + "=" * (-len(text.rstrip("=")) % 4))


def once(pairs):
    need(len({name for name, _ in pairs}) == len(pairs), "a member twice")
    return dict(pairs)


def canonical(value):
    """RFC 8785; the numbers of a seal are whole."""
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be"))
        return "{" + ",".join(canonical(name) + ":" + canonical(value[name]) for name in names) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    if isinstance(value, float):
        need(value == int(value), "not a whole number")
        value = int(value)
    return json.dumps(value, ensure_ascii=False)


def seal(data, authority, state, now):
    need(len(data) <= MOST_BYTES, "too large")
    whole = json.loads(data.decode("utf-8"), object_pairs_hook=once)
    header, message, sig = whole["data"]["hdr"], whole["data"]["msg"], whole["sig"]
    need(sig["alg"] == "ES256", "another algorithm")
    need(header["is"] == state, "another state")
    by = signer(base64url(sig["cer"]), authority, now)
    value = base64url(sig["sigvl"])
    need(len(value) == 64, "not a signature")
    r, s = int.from_bytes(value[:32], "big"), int.from_bytes(value[32:], "big")
    need(is_signed(by["key"], canonical(whole["data"]).encode("utf-8"), r, s), "altered")
    need(header["t"] == "exeat.dta" and header["v"] == 1, "a seal of something else")
    need(message["vf"] <= now[:10] <= message["vu"], "not valid today")
    return message


# --- The list -------------------------------------------------------------------------------------


def cbor(data, at=0):
    """A value, and where the next one begins."""
    kind, info, at = data[at] >> 5, data[at] & 31, at + 1
    if info >= 24:
        size = 1 << (info - 24)
        info, at = int.from_bytes(data[at : at + size], "big"), at + size
    if kind in (0, 1):
        return (info if kind == 0 else -1 - info), at
    if kind in (2, 3):
        part = data[at : at + info]
        return (part if kind == 2 else part.decode("utf-8")), at + info
    if kind == 6:
        value, at = cbor(data, at)
        return (info, value), at
    values = []
    for _ in range(info * (1 if kind == 4 else 2)):
        value, at = cbor(data, at)
        values.append(value)
    return (values if kind == 4 else dict(zip(values[::2], values[1::2]))), at


def octets(data):
    size = len(data)
    if size < 24:
        head = bytes([0x40 | size])
    elif size < 256:
        head = b"\x58" + size.to_bytes(1, "big")
    elif size < 65536:
        head = b"\x59" + size.to_bytes(2, "big")
    else:
        head = b"\x5a" + size.to_bytes(4, "big")
    return head + data


def status(data, reference, authority, now):
    (tag, (protected, _, payload, signature)), end = cbor(data)
    need(tag == 18 and end == len(data), "not a list")
    header, claims = cbor(protected)[0], cbor(payload)[0]
    need(header[1] == -7 and header[16] == "application/statuslist+cwt", "not a list")
    by = signer(header[33], authority, now)
    signed = b"\x84\x6aSignature1" + octets(protected) + b"\x40" + octets(payload)
    r, s = int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big")
    need(is_signed(by["key"], signed, r, s), "list altered")
    need(claims[2] == reference["uri"], "list of other papers")
    bits, index = claims[65533]["bits"], reference["idx"]
    packed = zlib.decompressobj().decompress(claims[65533]["lst"], 8 * 1024 * 1024)
    need(index < len(packed) * 8 // bits, "list too short")
    value = packed[index * bits // 8] >> (index * bits % 8) & ((1 << bits) - 1)
    need(value == 0, "revoked")
    return claims[6]


def main(pem, state, listed, now):
    try:
        with open(pem, encoding="ascii") as file:
            block = file.read().split("-----")[2]
        authority = certificate(base64.b64decode(block))
        message = seal(sys.stdin.buffer.read(), authority, state, now)
        with open(listed, "rb") as file:
            as_of = status(file.read(), message["st"], authority, now)
        print("established", message["no"], message["pid"]["n"], "not revoked as of", as_of)
    except Refused as refused:
        print("refused:", refused)


main(*sys.argv[1:])
