#!/usr/bin/env python3
"""Checks a chain of custody made by Congso, with nothing but Python's standard library.

    python3 verify-custody.py CHAIN.html [--node-key BASE64] [--file DOCUMENT.pdf]

Checks, for every entry: its leaf lies in the tree whose head the node signed (RFC 6962), the order of the log, the signature of
whoever acted (Ed25519, RFC 8032) with a key that an earlier entry of the node certified for that person, and the ids of the events.
Of accesses (who opened, saved, exported it): the signature of the reader, that the node's chain of them has no gap, and that they are of this document.
--node-key: the key the agency published; without it the chain's own word is taken. --file: must be a file that an act names.
Prints one line an act; exit 0 when everything holds, 1 when not (the entry that is wrong is named), 2 when it cannot be read.
"""
import argparse, base64, hashlib, json, re, sys

# Ed25519 (RFC 8032, 5.1): verification only, so nothing here has to be secret or fast.
P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def add(a, b):
    x, y = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    z, t = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    e, f, g, h = y - x, t - z, t + z, y + x
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(scalar, point):
    result = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            result = add(result, point)
        point, scalar = add(point, point), scalar >> 1
    return result


def x_of(y, sign):
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    return P - x if (x & 1) != sign else x


def point_of(data):
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (1 << 255) - 1
    x = x_of(y, sign)
    return None if x is None else (x, y, 1, x * y % P)


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE_X = x_of(BASE_Y, 0)
BASE = (BASE_X, BASE_Y, 1, BASE_X * BASE_Y % P)


def is_signed(public, message, signature):
    if len(public) != 32 or len(signature) != 64:
        return False
    key, commitment = point_of(public), point_of(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if key is None or commitment is None or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % L
    left, right = times(s, BASE), add(commitment, times(h, key))
    return (left[0] * right[2] - right[0] * left[2]) % P == 0 and (left[1] * right[2] - right[1] * left[2]) % P == 0


# The tree (RFC 6962, 2.1).
def sha256(data):
    return hashlib.sha256(data).digest()


def leaf_of(entry):
    command = entry["command"]
    text = ".".join((command["key"], command["signature"], command["text"]))
    numbers = (entry["seq"], entry["epoch"], millis(entry["serverTime"]))
    content = b"".join(n.to_bytes(8, "big") for n in numbers) + sha256(text.encode()) + sha256(entry["events"].encode())
    return sha256(b"\0" + content)


def root_from(leaf, index, size, path):
    node, last, digest = index, size - 1, leaf
    for sibling in path:
        if last == 0:
            return None
        if node % 2 or node == last:
            digest = sha256(b"\1" + sibling + digest)
            while node % 2 == 0 and node:
                node, last = node // 2, last // 2
        else:
            digest = sha256(b"\1" + digest + sibling)
        node, last = node // 2, last // 2
    return digest if last == 0 else None


def millis(instant):
    from datetime import datetime, timezone

    moment = datetime.strptime(instant, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=timezone.utc)
    return round(moment.timestamp() * 1000)


def key_id(public):
    return sha256(public).hex()[:32]


def event_id(command, index):
    digest = bytearray(sha256(f"event\0{command}\0{index}".encode())[:16])
    digest[6], digest[8] = digest[6] & 0x0F | 0x80, digest[8] & 0x3F | 0x80
    text = digest.hex()
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))


def problems_of(entry, devices, start, node_key):
    """What is wrong with the act itself; certifies the device keys that the node enrols."""
    command = entry["command"]
    body, key = json.loads(command["text"]), command["key"]
    is_node = key == key_id(node_key)
    person, public = (body["actor"]["person"], node_key) if is_node else devices.get(key, (None, b""))
    if body["workspace"] != start["workspace"]:
        yield "the act belongs to another log"
    if person != body["actor"]["person"] or (is_node and body["actor"]["post"] != "node"):
        yield "the key of who acted is not certified for them"
    elif not is_signed(public, command["text"].encode(), base64.b64decode(command["signature"])):
        yield "the act is not signed by who is named"
    events = json.loads(entry["events"])["events"]
    if any(event["id"] != event_id(body["id"], index) for index, event in enumerate(events)):
        yield "an event has a foreign id"
    if is_node and body["aggregate"]["kind"] == "device":
        devices[body["aggregate"]["id"]] = (body["payload"]["person"], base64.b64decode(body["payload"]["key"]))


class Accesses:
    """The accesses of one file in order, closed by what the node signed of them."""

    def __init__(self, start, node_key, devices, names, acts, has_erased):
        self.start, self.node_key, self.devices, self.names = start, node_key, devices, names
        self.acts, self.has_erased = acts, has_erased
        self.subject, self.count, self.link = None, 0, bytes(32)

    def is_of_it(self, subject):
        if "file" in subject:
            return self.has_erased or any(subject["file"] in act for act in self.acts)
        return subject["aggregate"] == self.start["aggregate"]

    def access(self, line):
        record, body = line["record"], json.loads(line["record"]["text"])
        numbers = b"".join(n.to_bytes(8, "big") for n in (line["number"], millis(line["receivedAt"])))
        digest = sha256(".".join((record["key"], record["signature"], record["text"])).encode())
        self.link, self.count = sha256(self.link + numbers + digest), self.count + 1
        self.subject = self.subject or body["subject"]
        problems = []
        if line["number"] != self.count or body["subject"] != self.subject:
            problems.append("an access before it is missing")
        if body["workspace"] != self.start["workspace"]:
            problems.append("the access belongs to another log")
        if not self.is_of_it(body["subject"]):
            problems.append("the access is of something else")
        person, public = self.devices.get(record["key"], (None, b""))
        if person != body["person"]:
            problems.append("the key of the reader is not certified for them")
        elif not is_signed(public, record["text"].encode(), base64.b64decode(record["signature"])):
            problems.append("the access is not signed by who is named")
        who = self.names.get(person, person)
        return f"{line['receivedAt']}  access: {body['access']:<16} {who} ({body['computer']})", problems

    def close(self, head):
        signed = {name: head[name] for name in ("workspace", "subject", "count", "link", "at", "key")}
        text = json.dumps(signed, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        problems = []
        if (head["count"], head["link"], head["subject"]) != (self.count, base64.b64encode(self.link).decode(), self.subject):
            problems.append("an access is missing or was changed")
        if head["workspace"] != self.start["workspace"] or head["key"] != key_id(self.node_key):
            problems.append("the end of the accesses belongs to another log")
        elif not is_signed(self.node_key, text.encode(), base64.b64decode(head["signature"])):
            problems.append("the end of the accesses is not signed by the node")
        self.subject, self.count, self.link = None, 0, bytes(32)
        return f"{head['at']}  accesses until here: {head['count']}", problems


def check(lines, expected_key):
    """Yields (seq, text of an act, problems)."""
    start, head = json.loads(lines[0]), json.loads(lines[-1])["head"]
    node_key, root = base64.b64decode(start["nodeKey"]), base64.b64decode(head["root"])
    signed = {name: head[name] for name in ("workspace", "epoch", "size", "root", "at", "key")}
    text = json.dumps(signed, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    problems = []
    if expected_key not in (None, start["nodeKey"]):
        problems.append("another node than the one expected")
    if head["key"] != key_id(node_key) or not is_signed(node_key, text.encode(), base64.b64decode(head["signature"])):
        problems.append("the head is not signed by the node")
    yield 0, f"log {start['workspace']}, {head['size']} entries at {head['at']}, node key {start['nodeKey']}", problems
    devices, names, last = {}, {}, (0, "")
    links = [json.loads(line) for line in lines[1:-1]]
    acts = [line["entry"]["command"]["text"] for line in links if line["item"] == "proven"]
    accesses = Accesses(start, node_key, devices, names, acts, any(line["item"] == "erased" for line in links))
    for line in links:
        if line["item"] == "access":
            yield (0, *accesses.access(line))
            continue
        if line["item"] == "access-head":
            yield (0, *accesses.close(line["head"]))
            continue
        path = [base64.b64decode(one) for one in line["path"]]
        entry = line.get("entry")
        seq = entry["seq"] if entry else line["seq"]
        leaf = leaf_of(entry) if entry else base64.b64decode(line["leaf"])
        problems = [] if root_from(leaf, seq - 1, head["size"], path) == root else ["not the entry that the log holds"]
        if entry is None:
            yield seq, "body removed by law", problems
            continue
        if (seq, entry["serverTime"]) <= last or seq <= last[0] or entry["serverTime"] < last[1]:
            problems.append("out of order")
        last = (seq, entry["serverTime"])
        problems += problems_of(entry, devices, start, node_key)
        body = json.loads(entry["command"]["text"])
        if body["aggregate"]["kind"] == "post":
            name = f"{body['payload'].get('name')}, {body['payload'].get('title')}"
            names[body["aggregate"]["id"]] = names[body["payload"].get("person")] = name
        who = names.get(body["actor"]["post"], body["actor"]["post"])
        yield seq, f"{entry['serverTime']}  {body['type']:<24} {who}", problems
    if accesses.count:
        yield 0, "accesses", ["the end of the accesses is missing"]


def main():
    parser = argparse.ArgumentParser(description="Checks a chain of custody.")
    parser.add_argument("chain")
    parser.add_argument("--node-key")
    parser.add_argument("--file")
    options = parser.parse_args()
    with open(options.chain, encoding="utf-8") as file:
        found = re.findall(r'<script type="application/x-ndjson" id="chain-of-custody">\n(.*?)</script>', file.read(), re.S)
    if not found:
        sys.exit(print("this file carries no chain of custody", file=sys.stderr) or 2)
    lines, is_good = found[-1].strip().split("\n"), True
    try:
        for seq, act, problems in check(lines, options.node_key):
            print(f"{seq:>8}  {act}" + "".join(f"\n          WRONG: {one}" for one in problems))
            is_good = is_good and not problems
    except (KeyError, ValueError, TypeError) as error:
        sys.exit(print(f"a line cannot be read: {error!r}", file=sys.stderr) or 2)
    if options.file:
        with open(options.file, "rb") as file:
            digest = hashlib.sha256(file.read()).hexdigest()
        is_named = any(digest in line for line in lines if json.loads(line)["item"] == "proven")
        print(f"          {options.file}: {'named by an act' if is_named else 'WRONG: no act names this file'}")
        is_good = is_good and is_named
    print("VALID" if is_good else "INVALID")
    sys.exit(0 if is_good else 1)


main()
