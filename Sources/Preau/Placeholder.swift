// Preau
