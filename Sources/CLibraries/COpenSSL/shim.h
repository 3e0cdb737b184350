#pragma once
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

/* EVP_RSA_gen is a macro around a variadic function. */
static inline EVP_PKEY *preau_rsa_generate(size_t bits) {
  return EVP_PKEY_Q_keygen(NULL, NULL, "RSA", bits);
}
static inline int preau_bn_byte_count(const BIGNUM *number) { return BN_num_bytes(number); }
