"""What verifiers that are not ours make of our badges, and badges that they make for us.

Reads one JSON object: `web`, what each address answers; `contexts`; `schemas`, the folder of files;
`keys` in PEM; and `cases`, each a `name`, a `judge` and a `text`, or a `picture` in base64. Writes a
line for each case: whether the judge takes it, and its reason when it does not. With `make`, it is
given ids, private keys and pictures instead, and writes a line for each badge that it has made.
"""

import base64
import collections
import collections.abc
import io
import json
import logging
import sys
import types

given = json.load(sys.stdin)
web, contexts = given.get("web", {}), given["contexts"]


def answer(address):
    """What an address answers: of badges, or of contexts."""
    name = address.partition("#")[0]
    if name in contexts:
        return json.dumps(contexts[name])
    return web[name]


# The validator of Open Badges 2.0 was written for Python 3.6 and asks over the network.
for name in ("Mapping", "MutableMapping", "Iterable", "Callable", "Sequence", "Hashable"):
    setattr(collections, name, getattr(collections.abc, name))


class Answer:
    status_code, from_cache = 200, False
    headers = {"Content-Type": "application/ld+json", "content-type": "image/png"}

    def __init__(self, text):
        self.text, self.content = text, text.encode()


class Session:
    def __init__(self, *_, **__):
        pass

    def get(self, address, **_):
        return Answer(answer(address))

    def remove_expired_responses(self):
        pass


for name in ("requests", "requests_cache", "Crypto", "Crypto.PublicKey"):
    sys.modules[name] = types.ModuleType(name)
sys.modules["requests"].Session = sys.modules["requests_cache"].CachedSession = Session
sys.modules["requests"].ConnectionError = KeyError
# It reads the PEM of a key once before python-jose reads it, which no longer takes the outcome.
sys.modules["Crypto.PublicKey"].RSA = types.SimpleNamespace(import_key=lambda pem: pem)

import jsonschema  # noqa: E402
from openbadges import verifier as core  # noqa: E402
from openbadgeslib.ob2 import OB2Verifier  # noqa: E402
from openbadgeslib.ob3 import OB3LdpVerifier, OB3Verifier  # noqa: E402
from openbadgeslib.ob3.verifier import verify_endorsement_jwt  # noqa: E402

logging.disable(logging.CRITICAL)


def load(_, address, *__):
    """Reads a context as today's PyLD asks for it."""
    return {"contextUrl": None, "documentUrl": address, "document": json.loads(answer(address))}


core.verifier.CachableDocumentLoader.__call__ = load


def download(address):
    return answer(address).encode()


def require(holds, why):
    if not holds:
        raise ValueError(why)


def official(badge, recipient=None):
    report = core.verify(badge, recipient and {"email": recipient})["report"]
    require(report["valid"], "; ".join(m["result"] for m in report["messages"]))


def lib2(token, recipient):
    OB2Verifier(download=download).verify(token, recipient, check_revocation=True)


def lib2_hosted(text, recipient):
    OB2Verifier(download=download).verify_hosted(text, expected_recipient=recipient)


def lib3(token, _):
    OB3Verifier(given["keys"]["rsa"]).verify(token, check_status=True, download=download)


def lib3_proof(text, _):
    verifier = OB3LdpVerifier(given["keys"]["ed25519"])
    verifier.verify(text, check_status=True, download=download, verify_status_list=False)


def endorsement(token, _):
    verify_endorsement_jwt(token, endorser_pubkey_pem=given["keys"]["rsa"])


def schema(name):
    with open(f"{given['schemas']}/ob_v3p0_{name}_schema.json") as file:
        validator = jsonschema.Draft201909Validator(json.load(file))

    def judge(text, _):
        if not text.startswith("{"):
            payload = text.split(".")[1]
            text = base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4))
        validator.validate(json.loads(text))

    return judge


judges = {} if "make" in given else {
    "official": official,
    "lib2": lib2,
    "lib2_hosted": lib2_hosted,
    "lib3": lib3,
    "lib3_proof": lib3_proof,
    "endorsement": endorsement,
    "schema_achievement": schema("achievementcredential"),
    "schema_endorsement": schema("endorsementcredential"),
    "schema_profile": schema("profile"),
}


def found(case):
    """What the judge is to look at: the text, or what its own reader finds in the picture."""
    if "text" in case:
        return case["text"]
    picture = base64.b64decode(case["picture"])
    if case["judge"] == "official":
        file = io.BytesIO(picture)
        file.name = "badge"
        return file
    kind = "png" if picture.startswith(b"\x89PNG") else "svg"
    reader = OB2Verifier if case["judge"].startswith("lib2") else OB3Verifier
    return getattr(reader, "extract_token_from_" + kind)(picture)


def make(wanted):
    """Badges in the way of openbadgeslib, each alone and in each picture."""
    from openbadgeslib.ob2 import OB2Signer
    from openbadgeslib.ob2.models import Assertion, IdentityObject, Verification
    from openbadgeslib.ob3 import Achievement, Issuer, OB3LdpSigner, OB3Signer, OpenBadgeCredential

    credential = OpenBadgeCredential(
        issuer=Issuer(id=wanted["issuer"], name="Lycée", url=wanted["issuer"]),
        recipient_id="mailto:" + wanted["recipient"],
        achievement=Achievement(
            id=wanted["issuer"] + "/a", name="Entraide", description="Aide.",
            criteria_narrative="Trois réponses.", tags=["entraide"]),
    )
    assertion = Assertion(
        recipient=IdentityObject.create(wanted["recipient"], "sel"), badge=wanted["badge"],
        verification=Verification("SignedBadge", wanted["creator"]))
    token, proof = OB3Signer(wanted["rsa"]), OB3LdpSigner(wanted["ed25519"], wanted["method"])
    signed = OB2Signer(wanted["rsa"])
    yield "ob3JWT", token.sign(credential).encode()
    yield "ob3Proof", proof.sign_to_json(credential).encode()
    yield "ob2Signed", signed.sign(assertion).encode()
    for kind, picture in wanted["pictures"].items():
        picture = base64.b64decode(picture)
        yield "ob3JWT", getattr(token, "sign_into_" + kind)(credential, picture)
        yield "ob3Proof", getattr(proof, "sign_into_" + kind)(credential, picture)
        yield "ob2Signed", getattr(signed, "sign_into_" + kind)(assertion, picture)


if "make" in given:
    for form, badge in make(given["make"]):
        print(json.dumps({"form": form, "badge": base64.b64encode(badge).decode()}))
for case in given.get("cases", []):
    try:
        judges[case["judge"]](found(case), case.get("recipient"))
        verdict = {"name": case["name"], "taken": True, "why": ""}
    except Exception as error:
        verdict = {"name": case["name"], "taken": False, "why": f"{type(error).__name__}: {error}"[:600]}
    print(json.dumps(verdict))
