/// The words of which secrets are made: French, short, without accents, none a letter away from
/// another, and none that a class would laugh at for a week.
enum SecretWords {
  static let all = list.split(separator: " ").map(String.init)

  private static let list = """
    abri acier agneau aigle aimant algue amande ananas ancre animal arbre ardoise argent \
    armoire arrosoir artiste asperge atelier atlas atome auberge aurore avion avril azur badge \
    bagage baguette baie balade balai balcon balise balle bambou banane banc hamac banjo \
    banquise barbe barque barrage bassin bateau berceau berger beurre basilic bijou billard \
    billet bison bleu bloc blouse bocal bois bonbon bonheur bonnet bord botte bouchon boucle \
    bougie bouquet bourgeon bouton branche bravo brebis brique brise brochet bronze brosse \
    brouette bruit brume buisson bureau buvard cabane cactus cadeau cadre cahier caillou calcul \
    calme camion camp canal canard canot cape carafe caravane carnet carotte carreau carte \
    carton cascade casque castor cercle cerf cerise chaise chalet chameau chance chanson chant \
    charbon chariot chaton cheval chien chocolat chorale chouette ciel cigale cigogne cirque \
    ciseau citron clairon classe clavier climat citerne clown club coffre colis colline colombe \
    comique compas concert conte copain coquille corail corbeau corde corsaire costume coton \
    coucou couleur coupe courrier crabe crayon cristal cube cuisine cuivre cycle cyclone cygne \
    dauphin dessert dessin diamant disque doigt domino dragon drapeau dune enfant escalier \
    escargot espace espoir fable facteur faisan falaise farine faucon fauteuil fermier festival \
    feuille ficelle figue filet film flamant flamme fleur fleuve flocon flotte foire fontaine \
    football foulard fourmi fraise frisson fromage fusain galaxie galerie galet galop gant \
    garage gare gazelle gazon genou gerbe girafe givre glace globe gomme gorille goutte grain \
    grange grappe gravier grelot grenier grillon grotte groupe guitare hamster hangar haricot \
    harpe heure hibou histoire hiver homard horloge iceberg igloo image insecte iris ivoire \
    jaguar jambon jardin jasmin jaune jeton jeudi jockey jongleur jouet joueur journal jumelle \
    jungle karting kayak kimono kiosque kiwi koala lagon laine lampe lapin lavande lecture \
    lettre levure licorne lierre ligne lilas lion liste litre loisir losange loup loutre luge \
    lundi lunette lutin machine magie maillot maison malice mammouth manchot mangue manteau \
    marais mardi marin marmotte melon menthe mercredi merle mimosa miroir mistral moineau monde \
    montagne montre morse moteur moulin mousse muguet mulet musique myrtille nageur nappe \
    nature navire neige noisette noix nougat nuage nuit oasis objet ocre olive ombre orage \
    oreille orgue ours oursin outil pagaie paille palais palmier panda panier panneau paon \
    papillon parade parc parfum parole passage pastel patin patte peintre sifflet peluche pendule \
    perdrix persil phare phoque photo piano pigeon pilote pinceau pingouin pirate piscine \
    pivoine planche plante plume poche poisson poivre pollen pompier poney pont porte potage \
    poterie potiron lanterne poussin prairie prince prisme prune puits pull puma puzzle pyramide \
    quai quartz quille radio raisin raquette ravin refuge renard reptile ressort rideau rivage \
    robe robot rocher roman route ruban ruche rugby ruisseau sabot safari salon samedi sandale \
    saule saumon savane sentier silence sirop soie soleil sommet sonnette sorbet sorcier souris \
    spirale sport statue studio sucre surprise tableau tablier talent tambour tandem tapis \
    tasse taupe taxi temple tennis terrasse terre texte tigre timbre tissu tomate torche \
    torrent tortue toucan toupie tour tracteur travail tricot trombone trottoir truite tulipe \
    tunnel univers usine voilier vague valise vallon vanille vapeur vase velours vendredi vent \
    veste viande village ville violon virage virgule voile voisin volcan volley voyage yaourt
    """
}
